const worker = new Worker('worker.js');
const shared = new SharedWorker('shared.js');
const player = document.createElement('audio');
const frame = document.createElement('iframe');

browser.runtime.onMessage.addListener((message) => {
  worker.postMessage(message);
  browser.downloads.download({ url: URL.createObjectURL(new Blob([message.text])), filename: 'note.txt' });
});
console.log(shared, player, frame);
