// Sites of another origin that show what the real binary serves.
import http from 'node:http';

// What a browser asks every site for.
const kUsual = {'/site.css': {body: '', fields: {'Content-Type': 'text/css'}}, '/favicon.ico': {body: ''}};

// A site on a free port. `pages[path]` is {body, fields}; more may be added while it runs.
export async function siteWith(pages) {
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://site');
    const page = pages[pathname] ?? kUsual[pathname];
    response.writeHead(page ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8', ...page?.fields}).end(page?.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}

// A page of a site, with something of the service's in it.
export const sitePage = (inner, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A legal aid site</title>
<link rel="stylesheet" href="/site.css">${head}</head>
<body><main><h1>Legal aid</h1>${inner}</main></body></html>`;

export const elementPage = (service, attributes = '') => sitePage(
  `<cast-toolkit src="${service}" toolkit="lereporting" ${attributes}><p>The toolkit is at CAST’s own page.</p></cast-toolkit>`,
  `<script type="module" src="${service}/embed/v1.js"></script>`);

// For the site's own style sheet and icon.
export const kOwnPolicy = "default-src 'none'; style-src 'self'; img-src 'self'";

// As docs/embedding.md says that it is enough, beside what is for the site's own.
export const strictPolicy = (service) =>
  `${kOwnPolicy}; script-src ${service}; connect-src ${service}; require-trusted-types-for 'script'; trusted-types cast-toolkit`;
