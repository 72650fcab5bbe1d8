// Chromium by playwright, behind what support/engines.js says.
import {openBrowser} from '../browser.js';

const kButtons = {0: 'left', 1: 'middle'};

export async function chromium() {
  const browser = await openBrowser();
  return {
    async open() {
      const context = await browser.newContext({viewport: {width: 1280, height: 800}, ignoreHTTPSErrors: true});
      const page = await context.newPage();
      page.setDefaultTimeout(60_000); // machines are busy
      const frameAt = async (path) => {
        let frame = page.mainFrame();
        for (const find of path) frame = await (await frame.evaluateHandle(`(${find})()`)).asElement().contentFrame();
        return frame;
      };
      return {
        goto: (url) => page.goto(url),
        evaluate: async (path, source) => (await frameAt(path)).evaluate(source),
        click: async (path, find, {button = 0, control = false} = {}) =>
          (await (await frameAt(path)).evaluateHandle(`(${find})()`)).asElement().click({button: kButtons[button], modifiers: control ? ['Control'] : []}),
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewportSize({width, height}),
        screenshot: () => page.screenshot({fullPage: true}),
        pages: async () => context.pages().length,
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
