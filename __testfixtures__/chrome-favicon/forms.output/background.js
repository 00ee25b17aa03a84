function show(img, div, { url, a, b }, tab) {
  img.src = chrome.runtime.getURL(`/_favicon/?pageUrl=${encodeURIComponent(url)}&size=16`);
  img.src = chrome.runtime.getURL(`/_favicon/?pageUrl=${encodeURIComponent(tab.url)}&size=32`);
  img.src = chrome.runtime.getURL('/_favicon/?pageUrl=' + encodeURIComponent(a || b) + '&size=32');
  img.src = chrome.runtime.getURL('/_favicon/?pageUrl=' + encodeURIComponent(a.origin + '/' + b) + '&size=16');
  img.src = chrome.runtime.getURL('/_favicon/?pageUrl=https%3A%2F%2Fexample.com%2F&size=16');
  img.src = chrome.runtime.getURL('/_favicon/?pageUrl=' + encodeURIComponent(url) + '&size=16');
  div.style.backgroundImage = 'url(' + chrome.runtime.getURL('/_favicon/?pageUrl=' + encodeURIComponent(url) + '&size=16') + ')';
  div.style.backgroundImage = `url("${chrome.runtime.getURL(`/_favicon/?pageUrl=${encodeURIComponent(url)}&size=16`)}")`;
  div.innerHTML = "<img src='" + chrome.runtime.getURL("/_favicon/?pageUrl=" + encodeURIComponent(tab.url) + "&size=16") + "'>" + '<b>' + tab.title + '</b>';
}
