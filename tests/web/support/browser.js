// A headless Chromium: Debian's, or the one that CHROMIUM names. It needs neither root, nor namespaces, nor a large /dev/shm.
import {chromium} from 'playwright-core';

export const openBrowser = () =>
  chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
