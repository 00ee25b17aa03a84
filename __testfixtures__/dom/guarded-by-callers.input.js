chrome.runtime.onMessage.addListener((message) => {
  if (typeof document !== 'undefined') copy(message.text);
  else chrome.offscreen.createDocument({ url: 'copy.html', reasons: ['CLIPBOARD'], justification: 'copy' });
});

function copy(text) {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.appendChild(area);
  document.execCommand('copy');
}
