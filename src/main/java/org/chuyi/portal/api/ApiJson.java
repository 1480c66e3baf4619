package org.chuyi.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * JSON of the API: read strictly, for nothing that a call does not take may pass unnoticed; times with Shanghai's offset.
 * The rest of the program keeps its own JSON, in which records and hashes are stored.
 */
@Configuration(proxyBeanMethods = false)
class ApiJson implements WebMvcConfigurer {

    /** Ten times the largest form; a file goes by multipart. */
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final ObjectMapper mapper;

    ApiJson(Jackson2ObjectMapperBuilder builder) {
        mapper = builder.factory(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxDocumentLength(LARGEST_BODY)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .featuresToDisable(MapperFeature.ALLOW_COERCION_OF_SCALARS, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .serializerByType(Instant.class, new ShanghaiTime())
                .build();
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(0, new OfApi(mapper));
    }

    private static boolean isOfApi(Class<?> type) {
        return type != null && type.getPackageName().matches("org\\.chuyi\\.\\w+\\.api");
    }

    /** For what controllers in {@code <module>.api} take and give. */
    private static final class OfApi extends MappingJackson2HttpMessageConverter {

        OfApi(ObjectMapper mapper) {
            super(mapper);
            setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
        }

        @Override
        public boolean canRead(Type type, Class<?> controller, MediaType mediaType) {
            return isOfApi(controller) && super.canRead(type, controller, mediaType);
        }

        @Override
        public boolean canWrite(Class<?> type, MediaType mediaType) {
            return isOfApi(type) && super.canWrite(type, mediaType);
        }
    }

    /** 2026-03-02T09:00:00+08:00. */
    private static final class ShanghaiTime extends StdSerializer<Instant> {

        ShanghaiTime() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(WorkCalendar.ZONE)));
        }
    }
}
