document.body.appendChild(document.createElement('div'));
