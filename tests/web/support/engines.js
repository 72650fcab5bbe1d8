// The same pages in three engines: Chromium, Firefox and WebKit, each as Debian has it.
//
// An engine has `open()`, which gives a page, and `close()`. A page has
//   goto(url), resize(width, height), screenshot() (PNG), press(key), close()
//   pages()                                         how many there are with those that it opened
//   evaluate(path, source)                          what the JavaScript `source` comes to
//   click(path, find, {button, control})            on what `find` finds
// where `path` leads from the page into a frame: functions, as text, each of which gives the next <iframe>.
import {after} from 'node:test';
import {chromium} from './engines/chromium.js';
import {firefox} from './engines/firefox.js';
import {webkit} from './engines/webkit.js';

export const kEngines = {chromium, firefox, webkit};

const started = new Map();
after(async () => {
  for (const engine of started.values()) await (await engine).close();
});

// `use(page)` in a fresh page of an engine, which is started once a test file.
export async function inEngine(name, use) {
  if (!started.has(name)) started.set(name, kEngines[name]());
  const page = dressed(await (await started.get(name)).open());
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

const call = (use, args) => `(${use})(${args.map((each) => JSON.stringify(each)).join(', ')})`;

// With functions in place of texts; they see nothing of where they are written. `into(find)` is the page of a frame.
function dressed(page, path = []) {
  const self = {
    ...page,
    into: (find) => dressed(page, [...path, String(find)]),
    run: (use, ...args) => page.evaluate(path, call(use, args)),
    click: (find, how) => page.click(path, String(find), how),
    // Until it gives something that is not false; a page that is on its way gives nothing yet.
    async until(use, ...args) {
      for (const end = Date.now() + 20_000; ;) {
        const value = await self.run(use, ...args).catch((error) => (Date.now() > end ? Promise.reject(error) : false));
        if (value) return value;
        if (Date.now() > end) throw new Error(`never: ${call(use, args)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
  return self;
}
