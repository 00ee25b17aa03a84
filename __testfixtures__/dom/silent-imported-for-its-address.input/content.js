document.body.append('content');
