function listen(request, sender, sendResponse) {
  fetch(request.url).then(sendResponse);
}
