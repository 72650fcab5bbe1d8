// The servers that cases are held against, on the same documents: {host, port, name, site, stop}.
import {mkdirSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {start} from '../../contract/support/service.js';
import {converse} from '../support/conversation.js';
import {startNginx} from '../support/nginx.js';
import {kDocument, kHidden, kLarge, kLast, request} from './bytes.js';

const kPlaces = {document: kDocument, hidden: kHidden, last: kLast, large: kLarge};
const kPatienceMs = 3_000;

// After the last change of the content, so that the date of the last change is known.
export async function startToolkitd() {
  const service = await start({args: ['--rehearse', '2030-01-01T00:00:00Z', '--request-time', String(kPatienceMs)]});
  return {...service, name: 'toolkitd', site: await siteOf(service)};
}

// `site`: the documents, of which nginx has the same bytes as files.
export async function startNginxWith(site) {
  const nginx = await startNginx({server: (folder) => {
    Object.values(kPlaces).forEach((place, i) => putFile(`${folder}/site${place}`, Object.values(site)[i]));
    return serverBlock(folder, site);
  }});
  return {...nginx, name: 'nginx', site: await siteOf(nginx)};
}

const serverBlock = (folder, site) => `
    root ${folder}/site;
    gzip_static on;
    gzip_vary on;
    client_max_body_size 64k;
    client_header_timeout ${kPatienceMs}ms;
    client_body_timeout ${kPatienceMs}ms;
    keepalive_requests 10000;
    add_header Cache-Control "${site.document.cacheControl}";
    location = / { return 307 /v1; }
`;

function putFile(file, {body, modified}) {
  const when = new Date(modified ?? 0);
  mkdirSync(path.dirname(file), {recursive: true});
  for (const [name, bytes] of [[file, body], [`${file}.gz`, zlib.gzipSync(body, {level: 9})]]) {
    writeFileSync(name, bytes);
    utimesSync(name, when, when);
  }
}

async function siteOf(server) {
  const entries = await Promise.all(Object.entries(kPlaces).map(async ([name, place]) => {
    const {answers: [answer]} = await converse(server, request(`GET ${place} HTTP/1.1`, 'Connection: close'));
    if (answer?.status !== 200) throw new Error(`${place}: ${answer?.status}`);
    return [name, {
      body: answer.body,
      tag: answer.field('ETag'),
      modified: answer.field('Last-Modified'),
      cacheControl: answer.field('Cache-Control'),
    }];
  }));
  return Object.fromEntries(entries);
}
