const image = new OffscreenCanvas(16, 16).getContext('2d');
image.fillRect(0, 0, 16, 16);

chrome.declarativeContent.onPageChanged.addRules([{
  conditions: [new chrome.declarativeContent.PageStateMatcher({ pageUrl: { hostEquals: 'a.example' } })],
  actions: [new chrome.declarativeContent.SetIcon({ imageData: image.getImageData(0, 0, 16, 16) })],
}]);
