// <cast-toolkit src="https://service" toolkit="lereporting">A link to the toolkit, shown until it is here.</cast-toolkit>
// docs/embedding.md says what it promises.

const kAddressed = ['src', 'toolkit', 'heading', 'sections', 'theme'];
const kMostText = 2 ** 20;
const kPatience = 20_000;
const kLook = 60_000; // timers overflow at 2^31 ms
const kLookNearAnEnd = 1_000; // after a sleep a timer may go on from where it was
const kSoonest = 60_000;
const kFirstRetry = 5_000;
const kLastRetry = 300_000;
const kPressed = 5_000;
const kNeutralPage = 'https://www.weather.gov/';

const kTexts = {
  en: {
    lang: 'en',
    exit: 'Exit this page',
    hint: 'Or press the Shift key 3 times. This does not erase your browser’s history.',
    more: ['Shift, press 2 more times to exit.', 'Shift, press 1 more time to exit.'],
    expired: 'Exit this page expired.',
    leaving: 'Loading.',
    unchecked: 'The current status of this law could not be confirmed. ',
    where: 'See the publisher’s page',
    frame: 'CAST legal toolkit',
  },
  es: {
    lang: 'es',
    exit: 'Salir de esta página',
    hint: 'O pulse la tecla Mayús 3 veces. Esto no borra el historial de su navegador.',
    more: ['Mayús, pulse 2 veces más para salir.', 'Mayús, pulse 1 vez más para salir.'],
    expired: 'La salida ha caducado.',
    leaving: 'Cargando.',
    unchecked: 'No se ha podido confirmar el estado actual de esta ley. ',
    where: 'Ver la página original',
    frame: 'Guía legal de CAST',
  },
};

const kDark = 'color-scheme:dark;--ctk-text:#f0f0f0;--ctk-back:#16191d;--ctk-link:#8cc4ff';
const kAccent = 'var(--cast-toolkit-accent,var(--ctk-link,currentColor))';

// Constructed, so that a host's CSP need not allow inline style.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;color:var(--cast-toolkit-text,var(--ctk-text,inherit));background:var(--cast-toolkit-background,var(--ctk-back,transparent));font-family:var(--cast-toolkit-font,inherit);overflow-wrap:anywhere}
:host([theme]){--ctk-pad:1rem;color-scheme:light;--ctk-text:#1b1b1b;--ctk-back:#fff;--ctk-link:#0b4f8a}
:host([theme=dark]){${kDark}}
@media (prefers-color-scheme:dark){:host([theme=auto]){${kDark}}}
:host([hidden]),[hidden]{display:none!important}
.box{padding:var(--cast-toolkit-padding,var(--ctk-pad,0))}
a{color:var(--cast-toolkit-link,var(--ctk-link,inherit))}
:focus-visible{outline:3px solid #000;box-shadow:0 0 0 6px #fff}
ul,ol{padding-inline-start:1.5em}
dt,dd{display:inline}
.ct-number,.ct-resource-line{font-weight:700}
.cast-toolkit *{margin:0}
.cast-toolkit *+*{margin-block-start:.75rem}
.ct-facts *{margin:0}
.cast-toolkit>*+*{margin-block-start:var(--cast-toolkit-gap,1.5rem)!important}
.ct-redirect,.ct-notice{padding:1rem;border:2px solid ${kAccent}}
.ct-notice{border-width:0;border-inline-start-width:.375rem;background:var(--cast-toolkit-notice,rgb(128 128 128/.12))}
.ct-rights{border-block-start:1px solid;padding-block-start:1rem}
.ct-validity,.hint,.said{font-size:.875em}
.exit{position:sticky;inset-block-start:0;z-index:1}
.exit,.hint,.said{text-align:end;margin:.25rem 0}
.said{min-block-size:1.5rem}
button,.first:focus{box-sizing:border-box;display:inline-block;min-block-size:44px;padding:.5rem 1rem;border:2px solid transparent;font:inherit;font-weight:700;color:var(--cast-toolkit-exit-text,#fff);background:var(--cast-toolkit-exit,#a1150c);cursor:pointer}
.first{position:absolute;z-index:2}
.first:not(:focus){inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
iframe{display:block;inline-size:100%;block-size:30rem;border:0}
@media print{.exit,.hint{display:none}}`);

// The milliseconds that have passed. The clock may be wrong, so only its steps count; performance.now() may stop while the
// machine sleeps. The longer step errs early.
let passed = 0;
let steady = performance.now();
let wall = Date.now();
function elapsed() {
  passed += Math.max(performance.now() - steady, Date.now() - wall);
  steady = performance.now();
  wall = Date.now();
  return passed;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function addressed(given, base) {
  try {
    return new URL(given, base);
  } catch {
    return null;
  }
}

function webAddress(given, base = document.baseURI) {
  const address = addressed(given, base);
  return /^https?:$/.test(address?.protocol) ? address : null;
}

// Frameworks write exit={true} as "true" and exit={false} as "false". Null: no exit.
function exitAddress(given) {
  if (given === null || /^\s*false\s*$/i.test(given)) return null;
  const address = addressed(given);
  return address?.protocol === 'https:' && address.origin !== location.origin ? address.href : kNeutralPage;
}

function refuse(reason) {
  throw Object.assign(new Error(reason), {reason});
}

const kElements = / (a|b|blockquote|br|code|dd|div|dl|dt|em|footer|h[1-6]|header|hr|i|li|ol|p|pre|section|small|span|strong|time|ul) /;
const kAttributes = /^(class|id|lang|dir|title|role|datetime|href|rel|start|(aria|data)-.*)$/;
const kParts = /\bct-(redirect|rehearsal|notice|status|section|resource|mark|rights|validity)(?: |$)/;

// Made of these, no answer can run or load anything. An address that cannot be leaves its words without a link.
function rebuilt(node, base) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (!kElements.test(` ${node.localName} `)) refuse('markup');
  const copy = make(node.localName, {}, ...Array.from(node.childNodes, (child) => rebuilt(child, base)));
  for (const {name, value} of node.attributes) if (kAttributes.test(name)) copy.setAttribute(name, value);
  const part = kParts.exec(copy.className)?.[1];
  if (part) copy.setAttribute('part', part);
  const href = copy.getAttribute('href');
  if (href !== null) {
    const address = addressed(href, base);
    if (!address) copy.removeAttribute('href');
    else if (/^(https?|tel|mailto):$/.test(address.protocol)) copy.href = address;
    else refuse('markup');
    copy.rel += ' noreferrer';
  }
  return copy;
}

// The text goes into an inert document and is rebuilt: the policy has nothing to add.
let policy;
try {
  policy = window.trustedTypes?.createPolicy('cast-toolkit', {createHTML: (text) => text});
} catch {
  // The host forbids it, and its own text stays.
}

function parsed(text, base) {
  const root = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/html').body.firstElementChild;
  const whole = root?.matches('.cast-toolkit') && root.firstElementChild?.matches('.ct-redirect') &&
    root.querySelector('.ct-rights') && root.lastElementChild.matches('.ct-validity');
  return whole ? rebuilt(root, base) : refuse('markup');
}

async function textOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ;) {
    const {done, value} = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > kMostText) refuse('size');
  }
}

// `until` counts from before Date was written: late by the part of a second that Date lacks, at most.
async function receive(address, signal) {
  const asked = elapsed();
  const response = await fetch(address, {signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store'});
  const field = (name) => response.headers.get(name) ?? '';
  if (new URL(response.url).origin !== address.origin) refuse('redirect');
  if (response.status !== 200) refuse('status');
  if (!/^text\/html *(;|$)/i.test(field('Content-Type'))) refuse('type');
  const text = await textOf(response);
  const root = parsed(text, response.url);
  const {validUntil, contentRevision: revision} = root.lastElementChild.dataset;
  const age = 1000 * field('Age');
  const left = (validUntil === '' ? Infinity : Date.parse(validUntil)) - Date.parse(field('Date')) - age;
  if (!(left > elapsed() - asked)) refuse('time');
  const lasts = (name) => 1000 * (new RegExp(`\\b${name}=(\\d+)`).exec(field('Cache-Control'))?.[1] ?? 0);
  const fresh = Math.max(0, lasts('max-age') - age);
  return {
    text, root, revision, validUntil: validUntil || null, status: root.dataset.status,
    until: asked + left, fresh, kept: asked + fresh + lasts('stale-if-error'),
    canonical: webAddress(/<([^>]*)>; rel="canonical"/.exec(field('Link'))?.[1] ?? 'none:'),
  };
}

// A page that the browser brings back is still hidden, and leaves again. The neutral page is told no referrer, whatever the
// policy of this one: WebKit goes by the policy of the top window, but not for such a link.
function leave(address, text) {
  document.head.append(make('meta', {name: 'referrer', content: 'no-referrer'}));
  const go = () => {
    try {
      if (top !== window && /^Apple/.test(navigator.vendor)) {
        top.location.replace('about:blank');
        make('a', {href: address, target: '_top', rel: 'noreferrer'}).click();
      } else {
        top.location.replace(address);
      }
    } catch {
      location.replace(address);
    }
  };
  const cover = make('div', {role: 'alert'});
  cover.style.cssText = 'all:initial;position:fixed;inset:0;z-index:2147483647;background:#fff;font-family:sans-serif';
  document.body.style.setProperty('display', 'none', 'important');
  document.documentElement.append(cover);
  cover.textContent = document.title = text; // screen readers miss it before it is in the page
  window.addEventListener('pageshow', go);
  go();
}

class Exit {
  #link = make('a', {className: 'first', part: 'exit-link', rel: 'noreferrer'});
  #button = make('button', {type: 'button', part: 'exit'});
  #hint = make('p', {className: 'hint', part: 'exit-hint'});
  #said = make('p', {className: 'said', part: 'exit-status', role: 'status'});
  parts = [this.#link, make('div', {className: 'exit'}, this.#button), this.#hint, this.#said];
  #texts = kTexts.en;
  #address = null;
  #presses = 0;
  #held = false;
  #timer;

  show(address, texts) {
    this.#texts = texts;
    this.#address = address;
    for (const part of this.parts) Object.assign(part, {hidden: !address, lang: texts.lang});
    this.#link.href = address ?? '';
    this.#link.textContent = this.#button.textContent = texts.exit;
    this.#hint.textContent = texts.hint;
    this.#link.onclick = this.#link.onauxclick = this.#button.onclick = this.#go;
    window.removeEventListener('keyup', this.#press, true);
    if (address) window.addEventListener('keyup', this.#press, true);
    else this.#end('');
  }

  // From the frame it may come where the site shows no exit.
  leave() {
    leave(this.#address ?? kNeutralPage, this.#texts.leaving);
  }

  // Not the menu of a link.
  #go = (event) => {
    if (event?.button > 1) return;
    event?.preventDefault();
    this.leave();
  };

  // Not the Shift of a capital: that comes up first, with Shift held.
  #press = ({key, shiftKey}) => {
    if (key === 'Shift' && !this.#held) {
      this.#presses += 1;
      if (this.#presses > 2) return this.#go();
      this.#say(this.#texts.more[this.#presses - 1], this.#texts.expired);
    } else if (this.#presses) {
      this.#end(this.#texts.expired);
    }
    this.#held = shiftKey;
  };

  #end(text) {
    this.#presses = 0;
    this.#say(text, '');
  }

  #say(text, then) {
    clearTimeout(this.#timer);
    this.#said.textContent = text;
    if (text) this.#timer = setTimeout(() => this.#end(then), kPressed);
  }
}

export class CastToolkit extends HTMLElement {
  static observedAttributes = [...kAddressed, 'lang', 'mode', 'exit'];

  #exit = new Exit();
  #content = make('div');
  #slot = make('slot');
  #box = make('div', {className: 'box', dir: 'ltr'}, ...this.#exit.parts, this.#content);
  #texts = kTexts.en;
  #address = null;
  #shown = null;
  #frame = null;
  #status = null;
  #following = false;
  #listening;
  #asking = null;
  #due = 0;
  #failures = 0;
  #timer;

  constructor() {
    super();
    this.attachShadow({mode: 'open'}).append(this.#box, this.#slot);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  get status() {
    return this.#status;
  }

  connectedCallback() {
    this.#listening = new AbortController();
    document.addEventListener('visibilitychange', this.#look, this.#listening);
    window.addEventListener('pageshow', this.#look, this.#listening);
    window.addEventListener('online', this.#retry, this.#listening);
    window.addEventListener('message', this.#resize, this.#listening);
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#exit.show(null, this.#texts);
    this.#stop();
  }

  async attributeChangedCallback() {
    if (this.#following) return;
    this.#following = true;
    await null;
    this.#following = false;
    if (this.isConnected) this.#follow();
  }

  #follow() {
    this.#texts = kTexts[/^es\b/i.test((this.closest('[lang]') ?? document.documentElement).lang) ? 'es' : 'en'];
    this.#exit.show(exitAddress(this.getAttribute('exit')), this.#texts);
    const framed = this.getAttribute('mode') === 'frame';
    const address = this.#addressed(framed);
    if (!address || address.href !== this.#address?.href) {
      this.#stop();
      this.#forget();
      this.#address = address;
      if (!address) this.#tell('error', {reason: 'attributes'});
      else if (framed) this.#showFrame();
    }
    this.#look();
  }

  #addressed(framed) {
    const [src, toolkit, heading, sections, theme] = kAddressed.map((name) => this.getAttribute(name));
    const address = src && toolkit ? webAddress(src) : null;
    if (!address) return null;
    address.pathname = `${address.pathname.replace(/\/$/, '')}/embed/${encodeURIComponent(toolkit)}${framed ? '' : '/fragment'}`;
    const wanted = {lang: this.#texts.lang, sections, ...(framed ? {theme} : {heading})};
    for (const name in wanted) if (wanted[name]) address.searchParams.set(name, wanted[name]);
    return address;
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
  }

  #forget() {
    this.#content.replaceChildren();
    this.#slot.hidden = false;
    this.#shown = this.#frame = this.#status = null;
    this.#due = this.#failures = 0;
  }

  // A page that nobody sees asks for nothing new.
  #look = () => {
    clearTimeout(this.#timer);
    if (!this.#address || this.#frame) return;
    const now = elapsed();
    const kept = this.#failures ? this.#shown?.kept : Infinity;
    if (this.#shown?.until <= now || kept <= now) this.#lapse(now);
    const waits = document.hidden && this.#shown;
    if (this.#due <= now && !this.#asking && !waits) this.#ask();
    const until = this.#shown?.until ?? Infinity;
    const next = Math.min(until, kept > now ? kept : Infinity, this.#asking || waits ? Infinity : this.#due);
    this.#timer = setTimeout(this.#look, Math.min(Math.ceil(next - now), until < Infinity ? kLookNearAnEnd : kLook));
  };

  #retry = () => {
    if (this.#failures) this.#due = this.#failures = 0;
    this.#look();
  };

  async #ask() {
    const asking = this.#asking = new AbortController();
    const patience = setTimeout(() => asking.abort(), kPatience);
    const answer = await receive(this.#address, asking.signal).catch((error) => error);
    clearTimeout(patience);
    if (this.#asking !== asking) return;
    asking.abort(); // the rest of what was refused
    this.#asking = null;
    if (answer.root) this.#take(answer);
    else this.#fail(answer.reason ?? 'unreachable');
    this.#look();
  }

  #fail(reason) {
    this.#due = elapsed() + Math.min(kFirstRetry * 2 ** this.#failures++, kLastRetry) * (0.5 + Math.random());
    this.#tell('error', {reason});
  }

  #take(answer) {
    const now = elapsed();
    const refresh = Math.max(kSoonest, answer.fresh) * (1 + Math.random() / 10);
    this.#failures = 0;
    this.#due = Math.max(now + 1000, Math.min(answer.until, now + refresh));
    const {until, kept} = answer;
    if (this.#shown?.text === answer.text) return void Object.assign(this.#shown, {until, kept}); // keeps the focus
    this.#shown = answer;
    this.#content.replaceChildren(answer.root);
    this.#slot.hidden = true;
    this.#tellStatus('load', answer.status);
  }

  #lapse(now) {
    const {root, canonical} = this.#shown;
    const href = canonical ?? this.#address.href.replace('/fragment?', '?');
    const unchecked = make('p', {className: 'ct-notice', part: 'notice unchecked', lang: this.#texts.lang},
      this.#texts.unchecked, make('a', {href, rel: 'noreferrer'}, this.#texts.where));
    for (const part of root.querySelectorAll('.ct-notice, .ct-status')) part.remove();
    Object.assign(this.#shown, {text: null, until: Infinity, kept: Infinity});
    this.#due = now;
    if (!root.dataset.status) return; // it follows no rule
    root.firstElementChild.after(unchecked);
    this.#tellStatus(null, root.dataset.status = 'unknown');
  }

  #tellStatus(type, status) {
    const detail = {status, previous: this.#status, validUntil: this.#shown.validUntil, revision: this.#shown.revision};
    this.#status = status;
    if (type) this.#tell(type, detail);
    if (status !== detail.previous) this.#tell('statuschange', detail);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }

  // No allow-same-origin: no cookies and no storage in it.
  #showFrame() {
    this.#frame = make('iframe', {
      title: this.#texts.frame, sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      referrerPolicy: 'no-referrer', loading: 'eager', part: 'frame', src: `${this.#address}#cast-toolkit`,
    });
    this.#content.replaceChildren(this.#frame);
  }

  // Sandboxed, it has the origin 'null': contentWindow says whose message it is.
  #resize = ({source, origin, data}) => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== 'null') return;
    if (data?.type === 'cast-toolkit:exit') return void this.#exit.leave();
    if (data?.type !== 'cast-toolkit:height' || !Number.isFinite(data.height) || data.height <= 0) return;
    this.#frame.style.height = `${data.height}px`;
    if (!this.#slot.hidden) this.#tell('load', {});
    this.#slot.hidden = true;
  };
}

if (!customElements.get('cast-toolkit')) customElements.define('cast-toolkit', CastToolkit);
