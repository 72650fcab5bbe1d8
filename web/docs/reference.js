// Shows the contract with swagger-ui. Nothing is asked of anybody but this service: no validator, no sample of elsewhere.
const place = document.getElementById('reference');

window.addEventListener('DOMContentLoaded', async () => {
  const address = new URL(place.dataset.contract, document.baseURI);
  const contract = await (await fetch(address, {credentials: 'omit', referrerPolicy: 'no-referrer'})).json();
  // What is tried out is asked where this page is, whatever other host names the service has.
  const here = new URL('.', address).href.replace(/\/$/, '');
  window.SwaggerUIBundle({
    spec: {...contract, servers: [{url: here}]},
    domNode: place,
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => ({...request, credentials: 'omit', referrerPolicy: 'no-referrer'}),
  });
});
