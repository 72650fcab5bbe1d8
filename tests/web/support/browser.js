// A headless Chromium: Debian's, or the one that CHROMIUM names.
import {chromium} from 'playwright-core';

export const openBrowser = () =>
  chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']});
