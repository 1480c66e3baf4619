package org.chuyi.application.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture's size from its header; no pixel is decoded. */
final class PictureCheck {

    static final long MOST_PIXELS = 50_000_000L;

    private PictureCheck() {}

    /** The code of what is wrong with it. */
    static Optional<String> problem(Path file, FileKind kind) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(kind.extension()).next();
        try (var content = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(content, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > MOST_PIXELS ? Optional.of("materialPictureTooLarge") : Optional.empty();
        } catch (IOException | RuntimeException notAPicture) {
            return Optional.of("materialPictureBroken");
        } finally {
            reader.dispose();
        }
    }
}
