document.title = titleOf(location.hostname);
