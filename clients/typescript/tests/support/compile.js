// The package's sources and a program that uses the package, compiled as if the contract were another. Nothing is written.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const use = path.join(folder, 'tests/types/use.ts');
const contracts = ['src', 'dist'].map((each) => path.join(folder, each, 'contract.d.ts'));

const {options} = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, folder);
Object.assign(options, {noEmit: true, rootDir: folder, skipLibCheck: true});

// What never changes is parsed once.
const parsed = new Map();

// Messages, of `src/` and of what uses `dist/`, with the types of a contract. `more`: further programs, by their paths.
export function faultsOf(contract, more = {}) {
  const written = {...Object.fromEntries(contracts.map((each) => [each, contract])), ...more};
  const host = ts.createCompilerHost(options);
  const {fileExists, getSourceFile, readFile} = host;
  host.fileExists = (name) => name in written || fileExists(name);
  host.readFile = (name) => written[name] ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    if (name in written) return ts.createSourceFile(name, written[name], ...rest);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([path.join(folder, 'src/index.ts'), use, ...Object.keys(more)], options, host);
  return ts.getPreEmitDiagnostics(program).map(({file, messageText}) =>
    `${file && path.relative(folder, file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}
