chrome.certificateProvider.onCertificatesRequested.addListener(() => {});
chrome.experimental.cookies.get({});
chrome.socket.create("tcp");
chrome.downloads.setShelfEnabled(false);
function later() {
  chrome.signedInDevices.get(false, console.log);
}
later;
