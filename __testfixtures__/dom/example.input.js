// The background parses a feed and copies its title.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type !== 'title') return;
  const feed = new DOMParser().parseFromString(message.xml, 'text/xml');
  sendResponse(feed.querySelector('title').textContent);
});

function copy(text) {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.appendChild(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

chrome.commands.onCommand.addListener(() => copy('copied'));
