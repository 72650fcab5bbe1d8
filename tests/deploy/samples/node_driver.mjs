// Shows the toolkit by the sample in a file, once for each line that it is sent.
import readline from 'node:readline';

const {castToolkit} = await import(process.argv[2]);
for await (const line of readline.createInterface({input: process.stdin})) console.log(JSON.stringify(line + await castToolkit()));
