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

// The toolkit, and a resource that another takes the place of, withdrawn at the instant; `kept`: the toolkit is not.
export function withdrawnContent(instant, {kept = false} = {}) {
  const lines = (successor) => `withdrawn:\n  on: ${instant}\n  reason: It was out of date.\n  successor: ${successor}`;
  return editedContent({'resources/reporting-video.md': lines('law-enforcement-cooperation-guide'),
    ...(kept ? {} : {'toolkits/lereporting/toolkit.md': lines('null')})});
}

// The content with a second regulation, so that it takes a setting to say which one is the primary.
export function contentWithTwoRegulations() {
  const folder = path.join(editedContent({}), 'regulations');
  cpSync(path.join(folder, 't-visa-final-rule-2024.md'), path.join(folder, 'second-rule.md'));
  return path.dirname(folder);
}

// A settings file with `lines` after those of `base`.
export function editedSettings(base, change) {
  const file = path.join(emptyFolder(), 'service.toml');
  writeFileSync(file, change(readFileSync(base, 'utf8')));
  return file;
}

