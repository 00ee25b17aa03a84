const help = document.createElement('a');
help.href = chrome.runtime.getURL('two.html');

chrome.tabs.onRemoved.addListener((id) => {
  const link = document.createElement('a');
  link.href = (console.log(id), chrome.runtime.getURL('two.html'));
  console.log(help.protocol, link.port);
});
