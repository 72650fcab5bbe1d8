// Samples name the address at which the page itself was found, where the operator has given none; each can be copied.
const placeholder = 'https://toolkits.example';

for (const code of document.querySelectorAll('pre > code')) {
  code.textContent = code.textContent.replaceAll(placeholder, location.origin);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  });
  code.parentElement.before(button);
  code.parentElement.tabIndex = 0; // it scrolls sideways, and a keyboard has to reach it
  code.parentElement.setAttribute('role', 'region');
  code.parentElement.setAttribute('aria-label', 'Sample');
}

for (const frame of document.querySelectorAll('iframe')) {
  const address = frame.getAttribute('src');
  if (address.includes(placeholder)) frame.src = address.replaceAll(placeholder, location.origin);
}

// The element asks at the page's own address where it is given none.
for (const element of document.querySelectorAll('cast-toolkit[src=""]')) element.setAttribute('src', location.origin);
