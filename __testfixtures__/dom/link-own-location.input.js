let location = 'Paris';

function host(url) {
  const a = document.createElement('a');
  a.href = url;
  return a.hostname;
}

chrome.runtime.onMessage.addListener(({ url, city }) => {
  if (city) location = city;
  console.log(host(url), location);
});
