// What kustomize, as it is in kubectl, makes of a folder. Debian 12's kubectl has a kustomize (2.0) that has other words for two
// things, and is given a copy in them.
import {execFileSync} from 'node:child_process';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import {emptyFolder} from '../../contract/support/editing.js';
import {root} from '../../contract/support/service.js';

const kKustomizations = ['config', 'deploy/kubernetes/base', 'deploy/kubernetes/overlays/example'];
const kubectl = (...args) => execFileSync('kubectl', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

// The documents of `deploy/kubernetes/<name>`.
export function build(name) {
  const project = isOld() ? rewritten() : root;
  return YAML.parseAllDocuments(kubectl('kustomize', path.join(project, 'deploy/kubernetes', name))).map((each) => each.toJS());
}

const isOld = () => Number(/^ *minor: "?(\d+)/m.exec(kubectl('version', '--client', '-o', 'yaml'))?.[1] ?? 0) < 21;

function rewritten() {
  const copy = emptyFolder();
  for (const folder of ['config', 'deploy/kubernetes']) cpSync(path.join(root, folder), path.join(copy, folder), {recursive: true});
  for (const folder of kKustomizations) {
    const file = path.join(copy, folder, 'kustomization.yaml');
    const {resources = [], patches = [], ...rest} = YAML.parse(readFileSync(file, 'utf8'));
    const isFile = (each) => each.endsWith('.yaml');
    writeFileSync(file, YAML.stringify({...rest, resources: resources.filter(isFile), bases: resources.filter((each) => !isFile(each)),
      patchesStrategicMerge: patches.map((each) => each.path)}));
  }
  return copy;
}
