const helpAddress = chrome.runtime.getURL('two.html');
let help = { protocol: ':' };
try {
  help = new URL(helpAddress, location.origin);
} catch {
  // What is no address has no parts.
}

chrome.tabs.onRemoved.addListener((id) => {
  const address = (console.log(id), chrome.runtime.getURL('two.html'));
  let link = { port: '' };
  try {
    link = new URL(address, location.origin);
  } catch {
    // What is no address has no parts.
  }
  console.log(help.protocol, link.port);
});
