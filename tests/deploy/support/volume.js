// A ConfigMap's volume as the kubelet lays it: the files in a folder with a name of its own, a link `..data` to it that is exchanged
// at once for an edit, and a link through `..data` for each name at the top.
import fs from 'node:fs';
import path from 'node:path';

// `items`: which key has which path.
export function layVolume(folder, items) {
  let versions = 0;
  const publish = (data) => {
    const version = `..${++versions}`;
    for (const {key, path: file} of items) {
      const target = path.join(folder, version, file);
      fs.mkdirSync(path.dirname(target), {recursive: true});
      fs.writeFileSync(target, data[key]);
    }
    const next = path.join(folder, '..data_tmp');
    fs.symlinkSync(version, next);
    fs.renameSync(next, path.join(folder, '..data'));
    if (versions === 1) linkTop(folder, items);
    else fs.rmSync(path.join(folder, `..${versions - 1}`), {recursive: true});
  };
  return {folder, publish};
}

function linkTop(folder, items) {
  const names = new Set(items.map((item) => item.path.split('/')[0]));
  for (const name of names) fs.symlinkSync(path.join('..data', name), path.join(folder, name));
}
