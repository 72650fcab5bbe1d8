// Writes synthetic content of any size, which `toolkitd check` accepts: the same for the same count.
//
//   node generate.js FOLDER TOOLKITS
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import * as text from './synthetic.js';

// One rule with the history of the one that the real toolkit follows; toolkits are what there may be many of.
export const kRegulations = 1;

const regulationOf = (toolkit) => text.regulationId((toolkit % kRegulations) + 1);

function writeToolkit(write, number) {
  const resources = [`${text.toolkitId(number)}-1`];
  const regulation = regulationOf(number);
  write(`toolkits/${text.toolkitId(number)}/toolkit.md`, text.toolkit(number, {regulation, resources}));
  for (const [id, section] of Object.entries(text.sections(number))) {
    write(`toolkits/${text.toolkitId(number)}/${id}.md`, section);
  }
  resources.forEach((id, i) => write(`resources/${id}.md`, text.resource(number, i + 1, regulation)));
}

export function generate(folder, toolkits) {
  const write = (file, content) => {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), content);
  };
  rmSync(folder, {recursive: true, force: true});
  for (const [name, content] of Object.entries(text.publisherFiles)) write(`${name}.md`, content);
  for (let number = 1; number <= kRegulations; ++number) {
    write(`regulations/${text.regulationId(number)}.md`, text.regulation(number));
    for (const [id, notice] of Object.entries(text.notices(number))) write(`notices/${id}.md`, notice);
  }
  for (let number = 1; number <= toolkits; ++number) writeToolkit(write, number);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, toolkits] = process.argv.slice(2);
  if (!folder || !(Number(toolkits) >= 1)) throw new Error('usage: node generate.js FOLDER TOOLKITS');
  generate(folder, Number(toolkits));
}
