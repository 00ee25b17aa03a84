root.document.title = String(count);
