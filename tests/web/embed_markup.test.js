// Every variant of the embeds is HTML in which the Nu HTML Checker finds neither an error nor anything to warn of.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {complaints} from './support/checks.js';
import {everyEmbed, headingOf, inAPortal} from './support/embeds.js';

const service = await start();
const {pages, fragments} = await everyEmbed(service);

const textsOf = async (targets, dress = (text) => text) =>
  Object.fromEntries(await Promise.all(targets.map(async (target) => [target, dress((await get(service, target)).text, target)])));

test('the checker complains of what is wrong', () => {
  assert.match(complaints({wrong: inAPortal('<p><div></p>')}).join(), /No “p” element in scope/);
});

test('every page is valid HTML', async () => assert.deepEqual(complaints(await textsOf(pages)), []));

test('every fragment is valid HTML in a page of another', async () =>
  assert.deepEqual(complaints(await textsOf(fragments, (text, target) => inAPortal(text, headingOf(target)))), []));
