document.addEventListener('click', () => {
  const port = chrome.runtime.connect({ name: 'page' });
  port.onMessage.addListener(console.log);
  port.postMessage('click');
});
function open() {
  return chrome.runtime.connect({ name: 'other' });
}
const holder = { port: open() };
console.log(holder);
