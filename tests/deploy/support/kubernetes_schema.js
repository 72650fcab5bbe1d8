// Kubernetes objects against the schema that the Kubernetes project publishes, as kubernetes-models carries it: compiled, for the
// values, and as types, for fields that there are none of.
import path from 'node:path';
import ts from 'typescript';
import {root} from '../../contract/support/service.js';

const kStrict = {strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext};
const kFile = path.join(root, 'tests/deploy/support/objects.mts');

// Every fault of every object, in words.
export async function faultsOf(objects) {
  const values = await Promise.all(objects.map(faultsOfValues));
  return [...values.flat(), ...faultsOfFields(objects)];
}

async function faultsOfValues({apiVersion, kind, ...rest}) {
  const model = (await import(`kubernetes-models/${apiVersion}/${kind}`))[kind];
  try {
    new model({apiVersion, kind, ...rest}).validate();
    return [];
  } catch (error) {
    return [`${kind}: ${error.message}`];
  }
}

function faultsOfFields(objects) {
  const text = objects.map(({apiVersion, kind, ...rest}, i) => `import type {I${kind} as Type${i}} from 'kubernetes-models/${apiVersion}/${kind}';
export const object${i}: Type${i} = ${JSON.stringify({apiVersion, kind, ...rest}, null, 1)};\n`).join('');
  const host = ts.createCompilerHost(kStrict);
  const {readFile, fileExists} = host;
  host.readFile = (name) => (name === kFile ? text : readFile(name));
  host.fileExists = (name) => name === kFile || fileExists(name);
  host.getSourceFile = (name, version) => ts.createSourceFile(name, host.readFile(name), version);
  const program = ts.createProgram([kFile], kStrict, host);
  return ts.getPreEmitDiagnostics(program).map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
