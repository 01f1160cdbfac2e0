// So that `npm run bench` finds it; the bench itself also runs alone.
import './ingest.ts';
