// In the page for frames: renews what it says of the law, tells the page around it its height, and is its quick exit. Without
// it the page still says until when it holds. docs/embedding.md says what it promises.

const kPatience = 20_000;
const kFirstAge = 300_000; // until the service has said max-age
const kFirstKept = 86_400_000; // and stale-if-error
const kSoonest = 60_000;
const kFirstRetry = 5_000;
const kLastRetry = 300_000;

// Only the steps of the reader's clocks count, and of two the longer: performance.now() may stop while the machine sleeps.
let passed = 0;
let steady = performance.now();
let wall = Date.now();
function elapsed() {
  passed += Math.max(performance.now() - steady, Date.now() - wall);
  steady = performance.now();
  wall = Date.now();
  return passed;
}

const toolkitOf = (page) => page.querySelector('.cast-toolkit');
const endOf = (toolkit) => Date.parse(toolkit.lastElementChild.dataset.validUntil) || Infinity;

// By elapsed(): `until`, when the law changes; `kept`, when a copy is too old while the service is away; `due`, when to ask.
// Until the service has told the time, the reader's clock is believed, but not within the time in which it may still tell.
let until = Math.max(1_500, endOf(toolkitOf(document)) - Date.now());
let kept = kFirstKept;
let due = until < Infinity || performance.getEntriesByType('navigation')[0]?.type === 'back_forward' ? 0 : kFirstAge;
let failures = 0;
let asking = false;
let left = false;
let timer;

function look() {
  clearTimeout(timer);
  if (left) return;
  const now = elapsed();
  if (until <= now || (failures && kept <= now)) lapse(now);
  const waits = asking || document.hidden;
  if (due <= now && !waits) ask();
  const next = Math.min(until, failures ? kept : Infinity, waits ? Infinity : due) - now;
  // Soon where an end is known: after a sleep the timer may go on from where it was.
  timer = setTimeout(look, Math.min(Math.max(next, 0), until < Infinity ? 1_000 : 60_000));
}

function lapse(now) {
  const toolkit = toolkitOf(document);
  if (toolkit.dataset.status) {
    for (const part of toolkit.querySelectorAll('.ct-notice, .ct-status')) part.remove();
    toolkit.firstElementChild.after(document.querySelector('template').content.cloneNode(true));
    toolkit.dataset.status = 'unknown';
  }
  until = kept = Infinity;
  due = now;
}

// `left`: from before Date was written; late by the part of a second that Date lacks, at most.
async function receive(signal) {
  const asked = elapsed();
  const response = await fetch(location.href, {signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store'});
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const toolkit = toolkitOf(page);
  const field = (name) => response.headers.get(name) ?? '';
  const seconds = (name) => 1000 * (new RegExp(`\\b${name}=(\\d+)`).exec(field('Cache-Control'))?.[1] ?? 0);
  const age = 1000 * field('Age');
  const ends = endOf(toolkit) - Date.parse(field('Date')) - age;
  const whole = response.ok && new URL(response.url).origin === location.origin &&
    toolkit.firstElementChild.matches('.ct-redirect') && toolkit.querySelector('.ct-rights');
  if (!whole || !(ends > elapsed() - asked)) throw new Error('not an answer');
  const fresh = Math.max(0, seconds('max-age') - age);
  return {page, until: asked + ends, kept: asked + fresh + seconds('stale-if-error'), fresh};
}

async function ask() {
  asking = true;
  const patience = new AbortController();
  const timeout = setTimeout(() => patience.abort(), kPatience);
  const answer = await receive(patience.signal).catch(() => null);
  clearTimeout(timeout);
  asking = false;
  if (left) return;
  const now = elapsed();
  if (answer) {
    ({until, kept} = answer);
    failures = 0;
    due = Math.max(now + 1_000, Math.min(until, now + Math.max(kSoonest, answer.fresh) * (1 + Math.random() / 10)));
    show(answer.page);
  } else {
    due = now + Math.min(kFirstRetry * 2 ** failures++, kLastRetry) * (0.5 + Math.random());
  }
  look();
}

function show(page) {
  const shown = toolkitOf(document).cloneNode(true);
  for (const address of shown.querySelectorAll('.ct-address')) address.remove();
  const isNew = toolkitOf(page).outerHTML !== shown.outerHTML;
  if (isNew) document.body.replaceWith(page.body); // what is the same keeps the focus
}

function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // To anyone ('*'): which sites show the frame is not known here, and a height says nothing about the reader.
  window.parent.postMessage({type: 'cast-toolkit:height', height}, '*');
  tellWordpress('height', height);
}

// WordPress (wp-includes/js/wp-embed.js) puts a secret behind '#', and hears who knows it. It may do so late.
const secret = () => /\bsecret=([\da-zA-Z]+)/.exec(location.hash)?.[1];

function tellWordpress(message, value) {
  if (secret()) window.parent.postMessage({message, value, secret: secret()}, '*');
}

function showAddress(link) {
  let address = link.nextElementSibling;
  if (!address?.matches('.ct-address')) {
    address = Object.assign(document.createElement('span'), {className: 'ct-address'});
    address.setAttribute('role', 'status');
    link.after(address);
  }
  address.textContent = link.href;
  getSelection().selectAllChildren(address);
}

// WordPress's own sandbox lets no link open. It leads the post itself to addresses of this host, and so, by the redirect there,
// to the publisher's page; the address of any other link can be read and copied.
function follow(event) {
  const link = event.target.closest?.('a[href]');
  const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!secret() || !link || !isPlain || event.defaultPrevented) return;
  if (!/^https?:$/.test(link.protocol)) return void getSelection().selectAllChildren(link.querySelector('.ct-number') ?? link);
  event.preventDefault();
  const tab = window.open('about:blank', '_blank');
  if (tab) {
    tab.opener = null;
    return void tab.location.replace(link.href);
  }
  showAddress(link);
  const isPublishers = link.href === document.querySelector('link[rel=canonical]').href;
  if (isPublishers) tellWordpress('link', new URL(`../toolkits/${toolkitOf(document).dataset.toolkit}`, location.href).href);
}

// The page is gone at once. <cast-toolkit> leaves by itself; else, where the sandbox keeps the frame from leading the top
// window away, a new one is opened.
function leave(event) {
  const link = event.target.closest?.('.ct-exit a');
  if (!link || event.button > 1 || left) return;
  event.preventDefault();
  left = true;
  document.title = '';
  document.body.hidden = true;
  if (location.hash === '#cast-toolkit') return void window.parent.postMessage({type: 'cast-toolkit:exit'}, '*');
  try {
    if (window.top !== window && /^Apple/.test(navigator.vendor)) {
      // WebKit would send the frame's address, if the policy of the page around it allows that; not with this link.
      window.top.location.replace('about:blank');
      Object.assign(link, {target: '_top'}).click();
    } else {
      window.top.location.replace(link.href);
    }
  } catch {
    window.open(link.href, '_blank', 'noopener,noreferrer');
  }
}

document.addEventListener('click', leave);
document.addEventListener('auxclick', leave);
if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // Browsers observe nothing in a frame that is not seen, and WordPress lets one be seen once it has spoken.
  tellHeight();
  window.addEventListener('hashchange', tellHeight);
  window.addEventListener('message', ({source, data}) => {
    if (source === window.parent && data?.message === 'ready') tellHeight();
  });
  document.addEventListener('click', follow);
}
// Asked for as of a day, it stays at that day.
if (!new URLSearchParams(location.search).has('as_of')) {
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  window.addEventListener('online', () => {
    if (failures) due = failures = 0;
    look();
  });
  look();
}
