chrome.tabs.onCreated.addListener(() => {
  console.log(self.navigator.userAgent, self.location.origin, self.performance.now(), self.crypto.randomUUID());
});
