function hostOf(address) {
  const a = document.createElement('a');
  a.href = address;
  const { hostname, ...others } = a;
  return [hostname, others];
}

function labelOf(address) {
  const a = document.createElement('a');
  a.href = address;
  const { hostname, textContent } = a;
  return hostname + textContent;
}

function partOf(address, part) {
  const a = document.createElement('a');
  a.href = address;
  const { hostname, [part]: value } = a;
  return [hostname, value];
}

function given(address) {
  const a = document.createElement('a');
  a.href = address;
  let hostname;
  ({ hostname } = a);
  return a.host + hostname;
}
chrome.runtime.onMessage.addListener((message) => console.log(hostOf(message), labelOf(message), partOf(message, 'host'), given(message)));
