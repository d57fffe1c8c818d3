// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public files are what others published, or comparing with other readers would prove nothing. */
@Timeout(30)
class PublicDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"seattle-weather.csv", "seattle-weather-hourly-normals.csv", "mauna-loa-co2-weekly.csv", "aapl.csv"})
    void shouldBeUnalteredSinceItWasTaken(String name) throws IOException, NoSuchAlgorithmException {
        JsonNode expected = new ObjectMapper().readTree(bytes("expected.json")).path(name);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(name));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(expected.path("sha256").asText());
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = PublicDataTest.class.getResourceAsStream("/data/" + name)) {
            return file.readAllBytes();
        }
    }
}
