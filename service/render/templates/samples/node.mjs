// Resolves with the toolkit as HTML; needs Node.js 18 or later. While the service is away the last copy is shown until the end of
// stale-if-error or until the law changes, whichever comes first; then the text below.
const url = '@SERVICE@/embed/@TOOLKIT@/fragment?lang=en&heading=3';
const fallback = [
@AWAY_STRINGS@
].join('\n');
let kept = {html: fallback, tag: '', next: 0, end: 0};

async function ask(now) {
  const answer = await fetch(url, {headers: kept.tag ? {'If-None-Match': kept.tag} : {}, redirect: 'error', signal: AbortSignal.timeout(5000)});
  const html = answer.status === 304 ? kept.html : await answer.text();
  const whole = html.startsWith('<div class="cast-toolkit"') && html.trimEnd().endsWith('</div>');
  if (![200, 304].includes(answer.status) || !whole) throw new Error(`status ${answer.status}`);
  const field = (name) => answer.headers.get(name) ?? '';
  const seconds = (name) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(field('Cache-Control'))?.[1] ?? 0);
  const began = now - 1000 * Number(field('Age'));
  const fresh = began + 1000 * seconds('max-age');
  const until = / data-valid-until="([^"]+)"/.exec(html)?.[1];
  const changes = until ? began + Date.parse(until) - Date.parse(field('Date')) : Infinity;
  const end = Math.min(fresh + 1000 * seconds('stale-if-error'), changes);
  return {html, tag: field('ETag'), next: Math.min(fresh, end), end};
}

export async function castToolkit() {
  const now = Date.now();
  if (now < kept.next) return kept.html;
  kept = await ask(now).catch(() => (now < kept.end
    ? {...kept, next: Math.min(now + 30_000, kept.end)}
    : {html: fallback, tag: '', next: now + 30_000, end: 0}));
  return kept.html;
}
