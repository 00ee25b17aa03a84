function hostOf(address) {
  let a = { hostname: '', search: '' };
  try {
    a = new URL(address, location.origin);
  } catch {
    // What is no address has no parts.
  }
  const { hostname, search: query } = a;
  return hostname + query;
}

function partOf(address) {
  let link = { pathname: '' };
  try {
    link = new URL(address, location.origin);
  } catch {
    // What is no address has no parts.
  }
  const { pathname } = link;
  return pathname;
}
chrome.runtime.onMessage.addListener((message) => console.log(hostOf(message), partOf(message)));
