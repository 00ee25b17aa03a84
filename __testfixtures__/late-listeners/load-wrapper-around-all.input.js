window.addEventListener('load', function () {
  chrome.webNavigation.onCompleted.addListener(({ url, frameId }) => {
    // Frames are no visits.
    if (frameId === 0) console.log('visited', url);
  });
});
