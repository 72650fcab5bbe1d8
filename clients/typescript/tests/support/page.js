// A page with the import map of the README, as far as modules go: a world with a browser's globals, in which a module is
// found by the map or by a relative address, and `node:` is not. Prints what the page learns.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [, , root, map, address] = process.argv;
const {imports} = JSON.parse(map);

const kWeb = ['AbortController', 'AbortSignal', 'DOMException', 'FormData', 'Headers', 'Request', 'Response', 'URL', 'URLSearchParams', 'fetch', 'performance'];
const context = vm.createContext({
  ...Object.fromEntries(kWeb.map((name) => [name, globalThis[name]])),
  address,
  done: (found) => process.stdout.write(found),
});

const kPage = `
import {ToolkitClient} from '@toolkitd/client';
const client = new ToolkitClient(address);
await client.status();
const {data, source} = await client.status();
done(JSON.stringify({status: data.status, source}));`;

const modules = new Map();

function load(file) {
  if (!modules.has(file)) modules.set(file, new vm.SourceTextModule(readFileSync(path.join(root, file), 'utf8'), {context, identifier: file}));
  return modules.get(file);
}

function link(specifier, {identifier}) {
  if (imports[specifier]) return load(imports[specifier]);
  if (/^\.{0,2}\//.test(specifier)) return load(path.resolve(path.dirname(identifier), specifier));
  throw new Error(`${identifier} imports ${specifier}, which no browser finds`);
}

const page = new vm.SourceTextModule(kPage, {context, identifier: '/page.js'});
await page.link(link);
await page.evaluate();
