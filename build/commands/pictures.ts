/** `npm run pictures`: takes the pictures in docs/pictures. In work. */
console.log('Not there yet.');
