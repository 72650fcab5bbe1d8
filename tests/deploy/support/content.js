// A folder of content for each replica, edited as an editor or a roll-out does: a file moved over the old one.
import fs from 'node:fs';
import path from 'node:path';
import {editedContent} from '../../contract/support/editing.js';

const kToolkit = 'toolkits/lereporting/toolkit.md';
const kRegulation = 'regulations/t-visa-final-rule-2024.md';
const read = (folder, file) => fs.readFileSync(path.join(folder, file), 'utf8');

function put(folder, file, text) {
  const draft = path.join(folder, `.${path.basename(file)}.new`);
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, path.join(folder, file));
}

export const contentFolder = () => editedContent({});

// The edition of that number: its title says which one it is.
export function putEdition(folder, number) {
  put(folder, kToolkit, read(folder, kToolkit).replace(/^title: .*$/m, `title: Edition ${number}`));
}

// Front matter that is none.
export const putFault = (folder) => put(folder, kToolkit, read(folder, kToolkit).replace(/^title: .*$/m, 'title: [never closed'));

// From the instant on the rule is stayed.
export function putStay(folder, instant) {
  const event = `  - id: stayed-for-a-test\n    kind: stayed\n    announced: 2025-02-01\n    takes_effect: ${instant}\n`;
  put(folder, kRegulation, read(folder, kRegulation).replace(/^revisions:/m, `${event}\nrevisions:`));
}
