function hostOf(address) {
  const a = document.createElement('a');
  a.href = address;
  const { hostname, search: query } = a;
  return hostname + query;
}

function partOf(address) {
  const link = document.createElement('a');
  link.href = address;
  const { pathname } = link;
  return pathname;
}
chrome.runtime.onMessage.addListener((message) => console.log(hostOf(message), partOf(message)));
