// Firefox by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), behind what support/engines.js says.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import {ended, launched} from './process.js';

const kSettings = {
  'browser.shell.checkDefaultBrowser': false, 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.enabled': false,
  'toolkit.telemetry.enabled': false, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
  'browser.newtabpage.enabled': false, 'browser.startup.page': 0, 'services.settings.server': 'data:,', 'browser.safebrowsing.update.enabled': false,
  'dom.disable_open_during_load': true, 'remote.active-protocols': 1, 'network.dns.disablePrefetch': true,
};
// In a chroot there may be no namespaces to make sandboxes of.
const kNoSandbox = Object.fromEntries(['CONTENT', 'GMP', 'RDD', 'SOCKET_PROCESS', 'UTILITY'].map((name) => [`MOZ_DISABLE_${name}_SANDBOX`, '1']));
const kKeys = {Shift: '\uE008', Tab: '\uE004', Enter: '\uE007'};

async function connected(url) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map();
  let last = 0;
  socket.on('message', (text) => {
    const {id, result, error, message} = JSON.parse(text);
    const [resolve, reject] = waiting.get(id) ?? [];
    waiting.delete(id);
    if (error) reject?.(new Error(`${error}: ${message}`));
    else resolve?.(result);
  });
  socket.on('close', () => waiting.forEach(([, reject]) => reject(new Error('Firefox has gone'))));
  const ask = (method, params) => new Promise((resolve, reject) => {
    waiting.set(++last, [resolve, reject]);
    socket.send(JSON.stringify({id: last, method, params}));
  });
  return {ask, close: () => socket.close()};
}

// A value of the protocol's; objects come as JSON, see `evaluate`.
async function called(ask, context, source) {
  const {type, result, exceptionDetails} = await ask('script.evaluate', {
    expression: source, target: {context}, awaitPromise: true, resultOwnership: 'none', userActivation: false,
  });
  if (type === 'exception') throw new Error(exceptionDetails.text);
  return result;
}

function page(ask, context) {
  const contextAt = async (path) => {
    let at = context;
    for (const find of path) at = (await called(ask, at, `(${find})().contentWindow`)).value.context;
    return at;
  };
  return {
    goto: (url) => ask('browsingContext.navigate', {context, url, wait: 'complete'}),
    async evaluate(path, source) {
      const {value} = await called(ask, await contextAt(path), `(async () => JSON.stringify(await ${source}))()`);
      return value === undefined ? undefined : JSON.parse(value);
    },
    async click(path, find, {button = 0, control = false} = {}) {
      const at = await contextAt(path);
      const {sharedId} = await called(ask, at, `(${find})()`);
      const pointer = {type: 'pointer', id: 'mouse', actions: [
        {type: 'pause'}, {type: 'pointerMove', x: 0, y: 0, origin: {type: 'element', element: {sharedId}}},
        {type: 'pointerDown', button}, {type: 'pointerUp', button}, {type: 'pause'},
      ]};
      const value = '\uE009';
      const keys = control ? [{type: 'keyDown', value}, {type: 'pause'}, {type: 'pause'}, {type: 'pause'}, {type: 'keyUp', value}] : [];
      await ask('input.performActions', {context: at, actions: [{type: 'key', id: 'keys', actions: keys}, pointer]});
    },
    press: (key) => ask('input.performActions', {context, actions: [{type: 'key', id: 'keys', actions:
      ['keyDown', 'keyUp'].map((type) => ({type, value: kKeys[key] ?? key}))}]}),
    resize: (width, height) => ask('browsingContext.setViewport', {context, viewport: {width, height}}),
    screenshot: async () => Buffer.from((await ask('browsingContext.captureScreenshot', {context, origin: 'document'})).data, 'base64'),
    // With those that it opened.
    pages: async () => (await ask('browsingContext.getTree', {})).contexts.filter(({context: id, originalOpener}) => id === context || originalOpener === context).length,
    close: () => ask('browsingContext.close', {context}),
  };
}

export async function firefox() {
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  writeFileSync(path.join(profile, 'user.js'),
    Object.entries(kSettings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const {child, match} = await launched('firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    {env: {...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1', ...kNoSandbox}, until: /WebDriver BiDi listening on (ws:\/\/\S+)/});
  const {ask, close} = await connected(`${match[1]}/session`);
  await ask('session.new', {capabilities: {alwaysMatch: {acceptInsecureCerts: true}}});
  return {
    async open() {
      const {context} = await ask('browsingContext.create', {type: 'tab'});
      const opened = page(ask, context);
      await opened.resize(1280, 800);
      return opened;
    },
    async close() {
      await ask('browser.close', {}).catch(() => {});
      close();
      await ended(child);
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
