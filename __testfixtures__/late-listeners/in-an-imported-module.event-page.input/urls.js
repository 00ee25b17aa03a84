let hosts = ['example.com'];

export function isOurs(url) {
  return hosts.includes(new URL(url).host);
}

chrome.storage.onChanged.addListener((changes) => {
  if (changes.hosts) hosts = changes.hosts.newValue;
});
