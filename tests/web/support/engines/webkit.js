// WebKitGTK by its WebDriver (https://www.w3.org/TR/webdriver2/), on a display that Xvfb makes; behind what support/engines.js says.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import net from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {ended, launched} from './process.js';

const kElement = 'element-6066-11e4-a52e-4f735466cecf';
const kKeys = {Shift: '\uE008', Tab: '\uE004', Enter: '\uE007', Control: '\uE009'};

// Debian's, wherever it keeps the libraries of this kind of machine.
function miniBrowser() {
  const library = execFileSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], {encoding: 'utf8'}).split('\n');
  return library.find((file) => file.endsWith('/MiniBrowser'));
}

// Not of use to anybody else until the driver takes it.
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port) {
  for (let tries = 0; ; ++tries) {
    const socket = net.connect(port, '127.0.0.1');
    const there = await new Promise((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
    socket.destroy();
    if (there) return;
    if (tries === 300) throw new Error('WebKitWebDriver does not listen');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function page(ask) {
  const run = (source) => ask('POST', '/execute/async', {script:
    `const done = arguments[0]; Promise.resolve().then(() => ${source}).then((value) => done({value}), (error) => done({error: String(error)}))`, args: []})
    .then(({value, error}) => {
      if (error) throw new Error(error);
      return value;
    });
  const into = async (path) => {
    await ask('POST', '/frame', {id: null});
    for (const find of path) await ask('POST', '/frame', {id: await run(`(${find})()`)});
  };
  const act = (...actions) => ask('POST', '/actions', {actions});
  return {
    goto: async (url) => {
      await ask('POST', '/frame', {id: null});
      await ask('POST', '/url', {url});
    },
    async evaluate(path, source) {
      await into(path);
      return run(source);
    },
    async click(path, find, {button = 0, control = false} = {}) {
      await into(path);
      const origin = await run(`(${find})()`);
      const keys = (type) => (control ? [{type, value: kKeys.Control}] : [{type: 'pause'}]);
      await act({type: 'key', id: 'keys', actions: [...keys('keyDown'), {type: 'pause'}, {type: 'pause'}, ...keys('keyUp')]},
        {type: 'pointer', id: 'mouse', actions: [{type: 'pause'}, {type: 'pointerMove', x: 0, y: 0, origin}, {type: 'pointerDown', button}, {type: 'pointerUp', button}]});
    },
    pages: async () => (await ask('GET', '/window/handles')).length,
    press: (key) => act({type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({type, value: kKeys[key] ?? key}))}),
    async resize(width, height) {
      // The window has a bar of its own.
      for (let more = 0, tries = 0; tries < 3; ++tries) {
        await ask('POST', '/window/rect', {width, height: height + more});
        more += height - await run('innerHeight');
      }
    },
    async screenshot() {
      await ask('POST', '/frame', {id: null});
      return Buffer.from(await ask('GET', '/screenshot'), 'base64');
    },
  };
}

export async function webkit() {
  const home = mkdtempSync(path.join(tmpdir(), 'webkit-'));
  const display = await launched('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x6000x24', '-nolisten', 'tcp'], {until: /^(\d+)\n/});
  const port = await freePort();
  const driver = await launched('sh', ['-c', `echo started; exec WebKitWebDriver --host=127.0.0.1 --port=${port}`], {until: /started/, env: {
    ...process.env, DISPLAY: `:${display.match[1]}`, HOME: home, XDG_RUNTIME_DIR: home, NO_AT_BRIDGE: '1', GTK_A11Y: 'none', LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  }});
  await listening(port);
  const send = async (method, target, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${target}`, {method, ...(body && {body: JSON.stringify(body)})});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const options = {binary: miniBrowser(), args: ['--automation']};
  return {
    async open() {
      const {sessionId} = await send('POST', '/session', {capabilities: {alwaysMatch: {acceptInsecureCerts: true, 'webkitgtk:browserOptions': options}}});
      const opened = page((method, target, body) => send(method, `/session/${sessionId}${target}`, body));
      return {...opened, close: () => send('DELETE', `/session/${sessionId}`)};
    },
    async close() {
      await ended(driver.child);
      await ended(display.child);
      rmSync(home, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
