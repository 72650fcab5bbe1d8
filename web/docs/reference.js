// Shows the contract with swagger-ui. Nothing is asked of anybody but this service: no validator, no sample of elsewhere.
const place = document.getElementById('reference');

window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({
    url: place.dataset.contract,
    domNode: place,
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => ({...request, credentials: 'omit', referrerPolicy: 'no-referrer'}),
  });
});
