function hostOf(url) {
  try {
    return new URL(url, location.origin).hostname;
  } catch {
    return '';
  }
}

class Visits {
  rootOf(url) {
    let link = { protocol: ':', hostname: '' };
    try {
      link = new URL(url, location.origin);
    } catch {
      // What is no address has no parts.
    }
    return link.protocol + '//' + link.hostname;
  }
}

function matches(rule, item) {
  if (rule.kind === 'host') {
    const address = item.url.toLowerCase();
    let link = { hostname: '', host: '' };
    try {
      link = new URL(address, location.origin);
    } catch {
      // What is no address has no parts.
    }
    var host = rule.value.indexOf(':') < 0 ? link.hostname : link.host;
    return host === rule.value;
  }
  return item.url === rule.value;
}

const pathOf = (url) => {
  let a = { pathname: '' };
  try {
    a = new URL(url, location.origin);
  } catch {
    // What is no address has no parts.
  }
  const path = a.pathname;
  return path;
};

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) console.log(hostOf(url), new Visits().rootOf(url), matches({ kind: 'host', value: 'example.com' }, { url }), pathOf(url));
});
