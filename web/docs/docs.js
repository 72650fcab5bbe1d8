// Samples name the address at which the page itself was found, where the operator has given none; each can be copied.
const placeholder = 'https://toolkits.example';

function copyButton(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  });
  return button;
}

// It scrolls sideways, and a keyboard has to reach it.
function makeReachable(block, label) {
  block.tabIndex = 0;
  block.setAttribute('role', 'group');
  block.setAttribute('aria-label', label);
}

const ask = async (address) => (await fetch(address, {credentials: 'omit', referrerPolicy: 'no-referrer'})).json();

// As the service answers, spread out to be read.
async function showAnswer(code) {
  code.textContent = JSON.stringify(await ask(code.dataset.answer), null, 2);
}

// Where the element of this service stays, and its hash.
async function pin(code) {
  const {immutable_href: href, integrity} = await ask(code.dataset.element);
  code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${new URL(href, document.baseURI)}"`)
    .replace(/integrity="[^"]*"/, `integrity="${integrity}"`);
}

for (const code of document.querySelectorAll('pre > code')) {
  const {dataset, parentElement: block} = code;
  makeReachable(block, dataset.answer ? 'Answer' : 'Sample');
  if (dataset.answer) {
    showAnswer(code);
    continue;
  }
  code.textContent = code.textContent.replaceAll(placeholder, location.origin);
  if (dataset.element) pin(code);
  if (navigator.clipboard) block.before(copyButton(code)); // browsers have none where the page came without TLS
}
