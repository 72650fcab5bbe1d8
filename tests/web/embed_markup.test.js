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

const kWrong = 'what is wrong';
// The checker starts once for all.
const said = complaints({
  [kWrong]: inAPortal('<p><div></p>'), ...await textsOf(pages), ...await textsOf(fragments, (text, target) => inAPortal(text, headingOf(target))),
});
const saidOf = (targets) => said.filter((each) => targets.some((target) => each.startsWith(`${target}: `)));

test('the checker complains of what is wrong', () => assert.match(saidOf([kWrong]).join(), /No “p” element in scope/));

test('every page is valid HTML', () => assert.deepEqual(saidOf(pages), []));

test('every fragment is valid HTML in a page of another', () => assert.deepEqual(saidOf(fragments), []));

test('the checker complains of nothing else', () => assert.deepEqual(said.filter((each) => !each.startsWith(kWrong)), []));
