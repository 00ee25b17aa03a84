document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage('changed'));
});
