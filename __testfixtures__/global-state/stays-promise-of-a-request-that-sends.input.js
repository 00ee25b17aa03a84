let told;

function tell() {
  if (!told) {
    told = new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', 'https://example.com/hello');
      request.onload = () => resolve(request.status);
      request.send();
    });
  }
  return told;
}

chrome.tabs.onZoomChange.addListener(() => tell());
