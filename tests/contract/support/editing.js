// The content with a few edits, in a folder of its own: what the real content does not hold today, but may tomorrow.
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {content} from './service.js';

const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

export function emptyFolder() {
  folders.push(mkdtempSync(path.join(tmpdir(), 'toolkitd-')));
  return folders.at(-1);
}

// `edits`: for each file, lines to put at the head of its front matter.
export function editedContent(edits) {
  const folder = path.join(emptyFolder(), 'content');
  cpSync(content, folder, {recursive: true});
  for (const [name, lines] of Object.entries(edits)) edit(path.join(folder, name), lines);
  return folder;
}

function edit(file, lines) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^---\n/, `---\n${lines}\n`));
}

// A settings file with `lines` after those of `base`.
export function editedSettings(base, change) {
  const file = path.join(emptyFolder(), 'service.toml');
  writeFileSync(file, change(readFileSync(base, 'utf8')));
  return file;
}

