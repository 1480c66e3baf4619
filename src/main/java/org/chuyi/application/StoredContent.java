package org.chuyi.application;

import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** Read piece by piece, so that many downloads at once need little memory and no open connection. */
class StoredContent extends AbstractResource {

    private static final int PIECE = 256 * 1024;

    private final long size;
    private final Pieces pieces;

    StoredContent(long size, Pieces pieces) {
        this.size = size;
        this.pieces = pieces;
    }

    interface Pieces {
        /** @param from counted from 0 */
        byte[] piece(int from, int length);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public String getDescription() {
        return "stored file of " + size + " bytes";
    }

    @Override
    public InputStream getInputStream() {
        return new PieceStream();
    }

    private class PieceStream extends InputStream {

        private byte[] piece = {};
        private int inPiece;
        private long asked;

        @Override
        public int read() {
            return isAtEnd() ? -1 : piece[inPiece++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int read = Math.min(length, piece.length - inPiece);
            System.arraycopy(piece, inPiece, into, offset, read);
            inPiece += read;
            return read;
        }

        /** A range of a file begins somewhere inside: what lies before is not fetched. */
        @Override
        public long skip(long wanted) {
            long position = asked - piece.length + inPiece;
            long skipped = Math.max(0, Math.min(wanted, size - position));
            asked = position + skipped;
            piece = new byte[0];
            inPiece = 0;
            return skipped;
        }

        private boolean isAtEnd() {
            if (inPiece == piece.length && asked < size) {
                piece = pieces.piece((int) asked, (int) Math.min(PIECE, size - asked));
                inPiece = 0;
                asked += piece.length;
            }
            return inPiece == piece.length;
        }
    }
}
